// Leave this page at once. Without JavaScript the same link simply goes there.
const link = document.querySelector("[data-leave]");
const hint = document.querySelector("[data-leave-hint]");

// What stood here is wiped before the other page comes, and is not there on the way back.
function leave() {
  document.title = "";
  document.body.replaceChildren();
  window.location.replace(link.href);
}

// Escape first closes what is open: a menu or a dialog.
const somethingIsOpen = () => document.querySelector("details.menu[open], dialog[open]");

if (link) {
  if (hint) hint.hidden = false;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing && !somethingIsOpen()) leave();
  }, true);
}
