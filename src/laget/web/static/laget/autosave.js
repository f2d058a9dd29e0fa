// Saves a draft a second after typing stops, when one leaves the field, and when the
// page goes away. Answers expected: 200 {"clock": "14.03", "version": 4}; anything else
// is "not saved", the words stay in the window (keep.js), and that is said plainly.
const WAIT = 1000;
const LONGEST = 10000;
const timers = new WeakMap();
const state = new WeakMap();

const typed = (form) => {
  const data = new FormData(form);
  data.delete("csrfmiddlewaretoken");
  return new URLSearchParams([...data].filter(([, value]) => typeof value === "string")).toString();
};

function tell(form, how, text) {
  const place = form.querySelector("[data-autosave-status]");
  if (!place) return;
  place.dataset.state = how;
  if (place.textContent !== text) place.textContent = text;
}

async function save(form, { leaving = false } = {}) {
  clearTimeout(timers.get(form));
  const now = typed(form);
  const before = state.get(form);
  if (before.saved === now) return;
  if (before.busy && !leaving) { before.again = true; return; }
  before.busy = true;
  if (!leaving) tell(form, "saving", form.dataset.saving);
  try {
    const answer = await fetch(form.dataset.autosaveUrl, {
      method: "POST", body: new URLSearchParams([...new FormData(form)].filter(([, v]) => typeof v === "string")),
      headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken?.value ?? "", "X-Autosave": "true", Accept: "application/json" },
      credentials: "same-origin", redirect: "manual", keepalive: leaving, signal: AbortSignal.timeout(LONGEST),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    accept(form, now, await answer.json());
  } catch (error) {
    if (!state.has(form)) return;
    form.dispatchEvent(new CustomEvent("laget:keep", { bubbles: true }));
    tell(form, "failed", error.message === "409" ? form.dataset.changed : form.dataset.unsaved);
  } finally {
    before.busy = false;
    if (before.send) before.send();
    else if (before.again) { before.again = false; later(form); }
  }
}

function accept(form, sent, answer) {
  if (!state.has(form)) return;  // it was sent meanwhile
  if (answer.version !== undefined && form.elements.version) form.elements.version.value = answer.version;
  state.get(form).saved = answer.version === undefined || !form.elements.version
    ? sent : sent.replace(/(^|&)version=[^&]*/, `$1version=${answer.version}`);
  tell(form, "saved", form.dataset.saved.replace("{clock}", answer.clock));
  if (typed(form) === state.get(form).saved) form.dispatchEvent(new CustomEvent("laget:saved", { bubbles: true }));
}

function later(form) {
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => save(form), WAIT));
}

const mine = (target) => target?.closest?.("form[data-autosave-url]");
const known = (form) => { if (!state.has(form)) state.set(form, { saved: typed(form) }); return form; };
document.addEventListener("focusin", (event) => { const form = mine(event.target); if (form) known(form); });
document.addEventListener("input", (event) => { const form = mine(event.target); if (form) later(known(form)); });
document.addEventListener("focusout", (event) => { const form = mine(event.target); if (form && state.has(form)) save(form); });
// Save is pressed while the page saves itself: send when that is done, with the version it
// gave. Else one would meet a conflict with oneself. Heard first of all, before once.js.
window.addEventListener("submit", (event) => {
  const form = mine(event.target);
  if (!form) return;
  clearTimeout(timers.get(form));
  const before = state.get(form);
  if (!before?.busy) { state.delete(form); return; }
  event.preventDefault();
  event.stopImmediatePropagation();
  before.send = () => { state.delete(form); form.requestSubmit(event.submitter); };
}, true);
window.addEventListener("pagehide", () => {
  for (const form of document.querySelectorAll("form[data-autosave-url]")) if (state.has(form)) save(form, { leaving: true });
});
for (const form of document.querySelectorAll("form[data-autosave-url][data-was-restored]")) {
  state.set(form, { saved: "" });
  later(form);
}
