import latinExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2';
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';

/** Names the letters of English and Polish in the page's head: a font that is found only at the first layout has everything laid out again when it comes. */
export function PreloadFonts() {
  return [latin, latinExtended].map((href) => (
    <link key={href} rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={href} />
  ));
}
