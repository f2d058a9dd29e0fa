// Goes on to the next page by itself. Without JavaScript there is a button.
document.querySelector("form[data-go-on]")?.requestSubmit();
