/** A number as people read it aloud, always left to right, never broken over two lines. */
export function PhoneNumberText({ display, className = '' }: { display: string; className?: string }) {
  return (
    <bdi dir="ltr" className={`num whitespace-nowrap ${className}`}>
      {display}
    </bdi>
  );
}
