/** A key cap inside a button. Hidden from names, which stay as they are spoken, and where a hand holds the screen. */
export function Kbd({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className="kbd border max-sm:hidden border-current/30 bg-transparent text-inherit">
      {children}
    </span>
  );
}
