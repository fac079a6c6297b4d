/** The typed arrays that columns are made of. */
type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** `array` or a longer copy of it with room for `length` numbers; grows by a half so that adding stays cheap and little is wasted. */
export function withRoom<T extends Numbers>(array: T, length: number): T {
  if (length <= array.length) return array;
  const Made = array.constructor as new (length: number) => T;
  const longer = new Made(Math.max(length, Math.ceil(array.length * 1.5), 64));
  longer.set(array as never);
  return longer;
}
