// A form is sent once: a second press while the first is under way does nothing.
// The server holds the same rule by the hidden key; this only spares people the wait.
const underWay = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (underWay.has(form)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  underWay.add(form);
  const button = event.submitter;
  if (button) setTimeout(() => button.setAttribute("aria-busy", "true"));
}, true);

function settle(form) {
  underWay.delete(form);
  for (const button of form.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
}

document.addEventListener("htmx:afterRequest", (event) => {
  const form = (event.detail.requestConfig?.elt ?? event.target).closest?.("form");
  if (form) settle(form);
});
// Back from the browser's own memory: the form may be sent again, with the same key.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form")) settle(form);
});
