/** Lets the browser save a text as a file. @param name spaces and slashes in it become dashes. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[\s/\\]+/g, '-');
  link.click();
  URL.revokeObjectURL(url);
}
