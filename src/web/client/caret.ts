const copied = [
  ...["box-sizing", "border-width", "border-style", "padding", "font", "letter-spacing", "word-spacing", "line-height"],
  ...["tab-size", "text-indent", "text-transform", "direction"],
];

/** Where a place in a text area's text is shown, in pixels from the area's own corner: a copy of the text is laid out to see. */
export function placeInText(field: HTMLTextAreaElement, at: number): { left: number; below: number } {
  const style = getComputedStyle(field);
  const copy = document.createElement("div");
  for (const property of copied) copy.style.setProperty(property, style.getPropertyValue(property));
  copy.style.position = "absolute";
  copy.style.visibility = "hidden";
  copy.style.whiteSpace = "pre-wrap";
  copy.style.overflowWrap = "break-word";
  copy.style.inlineSize = `${field.clientWidth}px`;
  copy.textContent = field.value.slice(0, at);
  const mark = copy.appendChild(document.createElement("span"));
  mark.textContent = "@";
  document.body.append(copy);
  const place = { left: mark.offsetLeft, below: mark.offsetTop + mark.offsetHeight - field.scrollTop };
  copy.remove();
  return place;
}
