import { Button } from '../ui/button';
import { LinkButton } from '../ui/link-button';

type FootProps = { backTo: string; back: string; submit: string; isPending: boolean; disabledReason?: string | null };

/** Stays in sight, however long the form above it is. */
export function FormFoot({ backTo, back, submit, isPending, disabledReason }: FootProps) {
  return (
    <div className="sticky bottom-0 z-2 flex min-h-14 items-center justify-end gap-2 border-border border-t bg-surface px-4">
      <LinkButton href={backTo}>{back}</LinkButton>
      <Button type="submit" intent="primary" isPending={isPending} disabledReason={disabledReason}>
        {submit}
      </Button>
    </div>
  );
}
