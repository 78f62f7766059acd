const TYPES: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  zip: "application/zip", md: "text/markdown", json: "application/json",
};

/** Hands a file to the person as a download. */
export function download({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): void {
  const type = TYPES[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun when the click returns; the address may go a little later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
