// Keeps what is typed in this window until the server has it: through a lost network,
// a log-in that ran out, a reload. For the same person only; gone when the window closes.
const PREFIX = "laget:kept:";
const person = () => document.body.dataset.person || "";
const name = (form) => `${PREFIX}${person()}:${location.pathname}:${form.id || form.getAttribute("action") || ""}`;
const TYPED = "textarea[name], select[name], input[name]:not([type=hidden]):not([type=password]):not([type=file])";
const KEYS = "input[type=hidden][name$=once], input[type=hidden][name$=version]";
const quietly = (work) => { try { return work(); } catch { return null; } };

const isTick = (field) => field.type === "checkbox" || field.type === "radio";
const worth = (field) => (isTick(field) ? field.checked : field.value);
const was = (field) => {
  if (isTick(field)) return field.defaultChecked;
  if (field.tagName === "SELECT") return [...field.options].find((o) => o.defaultSelected)?.value ?? field.options[0]?.value ?? "";
  return field.defaultValue;
};
const label = (field) => (isTick(field) ? `${field.name}=${field.value}` : field.name);

function keep(form) {
  const fields = [...form.querySelectorAll(TYPED)];
  if ("arrived" in form.dataset) return;  // nothing has been typed since
  if (!person() || !fields.some((field) => worth(field) !== was(field))) return;
  const values = [...fields, ...form.querySelectorAll(KEYS)].map((field) => [label(field), worth(field)]);
  quietly(() => sessionStorage.setItem(name(form), JSON.stringify({ values, sent: false })));
}

function forget(form) {
  form.dataset.arrived = "";
  quietly(() => sessionStorage.removeItem(name(form)));
}

function restore(form) {
  const kept = quietly(() => JSON.parse(sessionStorage.getItem(name(form))));
  if (!kept || form.querySelector("[data-focus]")) return;  // the server sent it back
  const values = new Map(kept.values);
  let changed = false;
  for (const field of form.querySelectorAll(`${TYPED}, ${KEYS}`)) {
    const value = values.get(label(field));
    if (value === undefined || value === worth(field)) continue;
    if (isTick(field)) field.checked = value; else field.value = value;
    changed ||= field.type !== "hidden";
  }
  if (changed) form.dataset.wasRestored = "";
  if (changed && form.dataset.restored) {
    document.dispatchEvent(new CustomEvent("laget:said", { detail: form.dataset.restored }));
  }
}

// What another person left in this window, and what the server has by now, goes.
function tidy() {
  const refused = !person() || document.querySelector("[data-focus]");
  const told = document.querySelector("#said p");
  const here = new Set([...document.querySelectorAll("form[data-keep]")].map(name));
  for (const key of Object.keys(sessionStorage).filter((k) => k.startsWith(PREFIX))) {
    const kept = quietly(() => JSON.parse(sessionStorage.getItem(key)));
    const foreign = person() && !key.startsWith(`${PREFIX}${person()}:`);
    const arrived = kept?.sent && !refused && (told || !here.has(key));
    if (foreign || arrived) sessionStorage.removeItem(key);
  }
}

function markSent(form) {
  const kept = quietly(() => JSON.parse(sessionStorage.getItem(name(form))));
  if (kept) quietly(() => sessionStorage.setItem(name(form), JSON.stringify({ ...kept, sent: true })));
}

let timer;
const kept = (target) => target.closest?.("form[data-keep]");
document.addEventListener("input", (event) => {
  const form = kept(event.target);
  if (!form) return;
  delete form.dataset.arrived;
  clearTimeout(timer);
  timer = setTimeout(() => keep(form), 400);
});
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-leaves]")) {
    quietly(() => Object.keys(sessionStorage).filter((k) => k.startsWith(PREFIX)).forEach((k) => sessionStorage.removeItem(k)));
  }
  const form = kept(event.target);
  if (!form) return;
  delete form.dataset.arrived;  // a draft had arrived; whether this does, is not known yet
  if (event.defaultPrevented) return;
  clearTimeout(timer);
  keep(form);
  markSent(form);
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = (event.detail.requestConfig?.elt ?? event.target).closest?.("form[data-keep]");
  if (form && event.detail.successful && event.detail.requestConfig?.verb !== "get") forget(form);
});
document.addEventListener("laget:saved", (event) => forget(event.target));
document.addEventListener("laget:keep", (event) => keep(event.target));
window.addEventListener("pagehide", () => {
  for (const form of document.querySelectorAll("form[data-keep]")) {
    const isSent = quietly(() => JSON.parse(sessionStorage.getItem(name(form))))?.sent;
    if (!isSent) keep(form);
  }
});

quietly(tidy);
for (const form of document.querySelectorAll("form[data-keep]")) quietly(() => restore(form));
