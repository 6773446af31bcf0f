'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { LinkButton } from '../../ui/link-button';

const NEW_DELIVERY = '/deliveries/new';

export function NewDeliveryLink() {
  const t = useTranslations('deliveries');
  const router = useRouter();

  useEffect(() => {
    function press(event: KeyboardEvent) {
      const isTyping =
        event.target instanceof Element &&
        event.target.closest('input, textarea, select, [contenteditable], dialog, [role=dialog]');
      if (event.key.toLowerCase() !== 'n' || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping) return;
      event.preventDefault();
      router.push(NEW_DELIVERY);
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [router]);

  return (
    <LinkButton href={NEW_DELIVERY} prefetch={false} intent="primary" icon={<Plus aria-hidden="true" />} keyHint="N">
      {t('new')}
    </LinkButton>
  );
}
