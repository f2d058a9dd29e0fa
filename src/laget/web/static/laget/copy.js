// Copies a text field for whoever presses; without JavaScript the field is marked by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = !field;
  button.addEventListener("click", async () => {
    field.select();
    try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand("copy"); }
    document.dispatchEvent(new CustomEvent("laget:said", { detail: button.dataset.copied }));
  });
}
