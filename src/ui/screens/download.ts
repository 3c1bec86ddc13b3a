/** Hands the person a file, as browsers do it. */
export function downloadText(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Browsers take the address up after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
