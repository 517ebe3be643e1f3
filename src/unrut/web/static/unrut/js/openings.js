// A list of openings by keyboard: j and k walk, s saves, x opens the reasons against, a number gives one, c compares.
const isTyping = (element) => element.closest("textarea, select, input:not([type=checkbox]), dialog");
const openings = () => [...document.querySelectorAll("[data-opening]")];

const walk = (step) => {
  const all = openings();
  const now = all.findIndex((row) => row.contains(document.activeElement));
  const next = now < 0 ? all[0] : all[Math.min(all.length - 1, Math.max(0, now + step))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
};

const onOpening = (row, key) => {
  const reasons = row.querySelector(".not-for-me");
  if (key === "s") row.querySelector(".save")?.click();
  else if (key === "x" && reasons) { reasons.open = true; reasons.querySelector("button").focus(); }
  else if (/^[1-9]$/.test(key) && reasons?.open) reasons.querySelectorAll("button")[Number(key) - 1]?.click();
  else if (key === "c") row.querySelector("input[name=with]")?.click();
  else if (key === "Enter" && document.activeElement === row) row.querySelector("h2 a").click();
  else return false;
  return true;
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (!openings().length) return;
  const row = event.target.closest("[data-opening]");
  if (event.key === "j" || event.key === "k") walk(event.key === "j" ? 1 : -1);
  else if (!row || !onOpening(row, event.key)) return;
  event.preventDefault();
});
