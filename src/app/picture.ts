const PICTURE = /\.(?:jpe?g|png|bmp|gif|tiff?|heic|webp|pdf)$/iu;

/** Whether a file is a picture or a scan, by its name. */
export function isPicture(file: string): boolean {
  return PICTURE.test(file);
}
