/** Copies text exactly; false when the browser does not allow it (an address that is neither local nor https). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
