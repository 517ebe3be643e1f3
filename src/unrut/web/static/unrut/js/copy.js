// A button that copies a text from a box. Without this script one selects it by hand.
class CopyText extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.querySelector("button").addEventListener("click", () => this.copy());
  }

  async copy() {
    const status = this.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(document.getElementById(this.dataset.of).value);
      status.textContent = this.dataset.done;
    } catch {
      document.getElementById(this.dataset.of).select();
      status.textContent = this.dataset.failed;
    }
  }
}
customElements.define("copy-text", CopyText);
