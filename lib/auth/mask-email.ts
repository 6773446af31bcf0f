/** `olga@offhook.test` → `o•••@offhook.test`: what a log or an audit entry may hold. A password typed into the wrong field shows nothing. */
export function maskEmail(typed: string): string {
  const [, first, domain] = typed.match(/^(\S)[^\s@]*@([^\s@]+)$/) ?? [];
  return first && domain ? `${first}•••@${domain}` : '•••';
}
