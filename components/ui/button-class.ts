export type Intent = 'primary' | 'outline' | 'ghost' | 'secondary' | 'danger' | 'answer';
export type ButtonSize = 'sm' | 'md' | 'lg';

export type ButtonLook = { intent?: Intent; size?: ButtonSize; isIconOnly?: boolean; className?: string };

/** The kit's button as plain classes, so that a link or a native button wears it without the kit's JavaScript. */
export function buttonClass({ intent = 'outline', size = 'md', isIconOnly = false, className = '' }: ButtonLook = {}): string {
  return ['button', `button--${intent}`, size !== 'md' && `button--${size}`, isIconOnly && 'button--icon-only', className]
    .filter(Boolean)
    .join(' ');
}
