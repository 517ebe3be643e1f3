// Sliders say their points and what these mean; 1, 2 and 3 answer a trade-off. All of it also works without.
const isTyping = (element) => element.closest("textarea, select, input:not([type=radio], [type=checkbox])");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
  const choice = /^[1-3]$/.test(event.key) && document.querySelector(`button[data-answer="${event.key}"]`);
  if (!choice) return;
  event.preventDefault();
  choice.click();
});

for (const form of document.querySelectorAll("form[data-scale]")) {
  const scale = JSON.parse(form.dataset.scale);
  const words = (weight) => scale.find(([least]) => weight >= least)?.[1] ?? "";
  const tell = (slider) => {
    const told = form.querySelector(`[data-points-of="${CSS.escape(slider.id)}"]`);
    if (told) told.textContent = `${slider.value} · ${words(Number(slider.value))}`;
    slider.setAttribute("aria-valuetext", `${slider.value}, ${words(Number(slider.value))}`);
  };
  for (const slider of form.querySelectorAll("input[type=range]")) {
    tell(slider);
    slider.addEventListener("input", () => tell(slider));
  }
}
