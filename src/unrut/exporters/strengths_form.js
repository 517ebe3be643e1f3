"use strict";
(() => {
  const form = document.querySelector("form");
  const told = document.getElementById("told");
  const asText = document.getElementById("as-text");
  const utf8 = new TextEncoder();

  // The same list of spaces as in the program that reads the answer: what a mail may do to them is no change.
  const whole = (text) => text.replace(/[\ud800-\udfff]/gu, "\ufffd");
  const smoothed = (text) => whole(text).replace(/[ \t\n\r\f\v\u00a0]+/g, " ").replace(/^ | $/g, "");

  // SHA-256 by hand: a page opened from a disk is given no cryptography by some browsers.
  const primes = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((p) => n % p)) primes.push(n);
  const fraction = (x) => Math.floor((x - Math.floor(x)) * 2 ** 32) | 0;
  const K = primes.map((p) => fraction(Math.cbrt(p)));
  const START = primes.slice(0, 8).map((p) => fraction(Math.sqrt(p)));
  const turned = (x, n) => (x >>> n) | (x << (32 - n));

  function sha256(bytes) {
    const padded = new Uint8Array(((bytes.length + 72) >> 6) << 6);
    padded.set(bytes);
    padded[bytes.length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 4, bytes.length * 8);
    const state = START.slice();
    const w = new Int32Array(64);
    for (let at = 0; at < padded.length; at += 64) {
      for (let i = 0; i < 64; i += 1) {
        if (i < 16) {
          w[i] = view.getInt32(at + 4 * i);
        } else {
          const [x, y] = [w[i - 15], w[i - 2]];
          w[i] = w[i - 16] + w[i - 7] + (turned(x, 7) ^ turned(x, 18) ^ (x >>> 3)) + (turned(y, 17) ^ turned(y, 19) ^ (y >>> 10));
        }
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < 64; i += 1) {
        const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
        const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
      }
      [a, b, c, d, e, f, g, h].forEach((x, i) => { state[i] = (state[i] + x) | 0; });
    }
    const out = new DataView(new ArrayBuffer(32));
    state.forEach((x, i) => out.setInt32(4 * i, x));
    return new Uint8Array(out.buffer);
  }

  const joined = (first, second) => Uint8Array.from([...first, ...second]);
  const hex = (bytes) => Array.from(bytes, (x) => x.toString(16).padStart(2, "0")).join("");

  function mark(text) {
    const key = Uint8Array.from(form.dataset.key.match(/../g) || [], (x) => parseInt(x, 16));
    const block = joined(key, new Uint8Array(64 - key.length));
    const inner = sha256(joined(block.map((x) => x ^ 0x36), utf8.encode(text)));
    return hex(sha256(joined(block.map((x) => x ^ 0x5c), inner)));
  }

  function answer() {
    const texts = { invite: form.dataset.invite };
    for (const area of form.querySelectorAll("textarea[name]")) texts[area.name] = whole(area.value);
    const flags = { quote: form.elements.quote.checked, signed: form.elements.signed.value === "yes" };
    const lines = Object.entries(texts).map(([name, text]) => `${name}=${smoothed(text)}`);
    for (const name of Object.keys(flags)) lines.push(`${name}=${flags[name] ? "yes" : "no"}`);
    return { kind: "unrut-answer", version: 1, ...texts, ...flags, mark: mark(lines.join("\n")) };
  }

  function packed(text) {
    const letters = btoa(Array.from(utf8.encode(text), (x) => String.fromCharCode(x)).join(""));
    const rows = letters.match(/.{1,64}/g).join("\n");
    return `-----BEGIN UNRUT ANSWER-----\n${rows}\n-----END UNRUT ANSWER-----`;
  }

  function asMail(given) {
    const said = Array.from(form.querySelectorAll("textarea[name]"), (area) => `${area.labels[0].textContent}\n${given[area.name]}`);
    return `${said.join("\n\n")}\n\n${form.dataset.again}\n\n${packed(JSON.stringify(given))}\n`;
  }

  // A message that is the same twice is only read out again when it was gone in between.
  function tell(text) {
    told.textContent = "";
    setTimeout(() => { told.textContent = text; }, 50);
  }

  function isReady(given) {
    const areas = [...form.querySelectorAll("textarea[name]")];
    const isEmpty = areas.every((area) => !smoothed(given[area.name]));
    if (isEmpty) {
      tell(form.dataset.empty);
      areas[0].focus();
    }
    return !isEmpty;
  }

  function save() {
    const given = answer();
    if (!isReady(given)) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(given, null, 2)}\n`], { type: "application/json" }));
    link.download = "unrut-answer.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    tell(form.dataset.saved);
  }

  function show() {
    const given = answer();
    if (!isReady(given)) return;
    asText.parentElement.hidden = false;
    asText.value = asMail(given);
    asText.focus();
    asText.select();
    tell(form.dataset.shown);
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => { if (event.target !== asText) asText.parentElement.hidden = true; });
  document.getElementById("save").addEventListener("click", save);
  document.getElementById("show").addEventListener("click", show);
  document.getElementById("buttons").hidden = false;
  document.getElementById("without-scripts").hidden = true;
})();
