document.documentElement.classList.add("scripted");

// Keys for people who like keys. All of it is also reachable by tab.
const isTyping = (element) => element.closest("textarea, select, input:not([type=radio], [type=checkbox]), dialog");
let waitsForPlace = false;

const goTo = (key) => {
  const link = document.querySelector(`.steps a[data-key="${CSS.escape(key)}"]`);
  if (link) link.click();
};

const onNote = (note, key) => {
  const chips = [...note.querySelectorAll(".chip")];
  if (/^[1-9]$/.test(key)) chips[Number(key) - 1]?.querySelector(".name").click();
  else if (key === "x") document.activeElement.closest(".chip")?.querySelector(".remove").click();
  else if (key === "a") note.querySelector("select[name=add]").focus();
  else return false;
  return true;
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const note = event.target.closest("[data-note]");
  if (waitsForPlace) {
    waitsForPlace = false;
    goTo(event.key);
  } else if (note && onNote(note, event.key)) {
    event.preventDefault();
  } else if (event.key === "g") {
    waitsForPlace = true;
    setTimeout(() => { waitsForPlace = false; }, 1500);
  } else if (event.key === "n") {
    event.preventDefault();
    const box = document.getElementById("disliked");
    if (box) box.focus();
    else location.assign("/?begin#disliked");
  } else if (event.key === "?") {
    location.assign("/keyboard/");
  }
});

// After a part of the page was replaced, focus stays on the note it belonged to.
let noteInUse = "";
document.addEventListener("htmx:beforeRequest", (event) => { noteInUse = event.target.closest("[data-note]")?.id || ""; });
document.addEventListener("htmx:afterSettle", () => {
  const note = noteInUse && document.getElementById(noteInUse);
  (note?.querySelector(".chip .name") || note?.querySelector("select"))?.focus();
  noteInUse = "";
});

// Choosing from the list is enough where scripts run; the button is for where they do not. By keyboard every arrow
// already chooses, so there Enter says that this is the one.
let isChosenByKey = false;
const isAddList = (element) => element.matches("[data-note] select[name=add]");
document.addEventListener("pointerdown", () => { isChosenByKey = false; });
document.addEventListener("keydown", (event) => {
  isChosenByKey = true;
  if (event.key !== "Enter" || !isAddList(event.target) || !event.target.value) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});
document.addEventListener("change", (event) => {
  if (!isChosenByKey && isAddList(event.target) && event.target.value) event.target.form.requestSubmit();
});
if (location.hash === "#disliked") document.getElementById("disliked")?.focus();
