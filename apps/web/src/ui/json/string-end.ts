/** The position after the closing quote of the string that opens at `from`; -1 when it is not a JSON string. */
export function stringEnd(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x22) return i + 1;
    if (code < 0x20) return -1;
    if (code !== 0x5c) continue;
    i += 1;
    const escape = text.charAt(i);
    if (escape === 'u') {
      if (!/^[\da-fA-F]{4}$/.test(text.slice(i + 1, i + 5))) return -1;
      i += 4;
    } else if (escape === '' || !'"\\/bfnrt'.includes(escape)) return -1;
  }
  return -1;
}
