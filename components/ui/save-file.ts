/** Hands a document to the browser's downloads, under a name. */
export function saveFile(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Freed in a later task: the download reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(address));
}
