import { Cable } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { PbxChoice, UserCard } from '@/lib/users/admin-queries';
import { EmptyState } from '../../ui/empty-state';
import { LinkButton } from '../../ui/link-button';
import { PhoneForm } from './phone-form';

type PhoneTabProps = { user: UserCard; connections: PbxChoice[]; mayEditPbx: boolean };

export function PhoneTab({ user, connections: [first, ...others], mayEditPbx }: PhoneTabProps) {
  const t = useTranslations('users');
  if (first) {
    const { id, name, callsWith, accounts } = user;
    return <PhoneForm user={{ id, name, callsWith, accounts }} connections={[first, ...others]} />;
  }

  return (
    <EmptyState
      icon={<Cable aria-hidden="true" />}
      title={t('noConnection')}
      hint={t('noConnectionHint')}
      action={mayEditPbx && <LinkButton href="/admin/pbx/new">{t('addConnection')}</LinkButton>}
    />
  );
}
