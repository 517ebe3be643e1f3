// A box of lines that keeps each line as soon as Enter is pressed, and shows how it was read.
// Without this script the lines are kept when the week is saved.
class NoteLines extends HTMLElement {
  connectedCallback() {
    this.box = this.querySelector("textarea");
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing && this.box.value.trim()) {
        event.preventDefault();
        this.keep();
      }
    });
  }

  async keep() {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", this.box.form.elements.csrfmiddlewaretoken.value);
    body.set(this.box.name, this.box.value);
    try {
      const answer = await fetch(this.dataset.address, { method: "POST", body, headers: { "HX-Request": "true" } });
      this.show(await answer.text(), answer.ok);
    } catch {
      this.tell(this.dataset.unreachable || "The program cannot be reached. What you wrote is still in the box.");
    }
  }

  show(html, isKept) {
    if (!isKept) {
      this.tell(new DOMParser().parseFromString(html, "text/html").body.textContent.trim());
      return;
    }
    this.querySelector(".message")?.remove();
    const list = document.getElementById(this.dataset.list);
    const answer = new DOMParser().parseFromString(html, "text/html");
    for (const note of answer.querySelectorAll("[data-note]")) {
      document.getElementById(note.id)?.remove();
      list.append(note);
      window.htmx?.process(note);
    }
    this.offer(answer.querySelector("[data-help]"));
    this.box.value = "";
    this.box.focus();
  }

  // Help beside words that may mean danger: shown where they were written, until the next line.
  offer(help) {
    this.querySelector("[data-help]")?.remove();
    if (help) this.append(help);
  }

  tell(sentence) {
    const message = this.querySelector(".message") || document.createElement("p");
    message.className = "message wrong";
    message.setAttribute("role", "alert");
    message.textContent = sentence;
    this.append(message);
  }
}
customElements.define("note-lines", NoteLines);
