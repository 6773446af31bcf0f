'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { changeConnection } from '@/lib/pbx-connections/actions';
import type { ConnectionCard } from '@/lib/pbx-connections/queries';
import { useDeskRouter } from '../../live/use-desk-router';
import { FormSection } from '../../ui/form-section';
import { showMessage } from '../../ui/show-message';
import { changesOf } from '../changes-of';
import { FormFoot } from '../form-foot';
import { useFieldErrors } from '../use-field-errors';
import { useSubmit } from '../use-submit';
import { newServer, type PlaceDraft, type ServerDraft, toServer, toServerDraft } from './connection-draft';
import { ConnectionTest } from './connection-test';
import { type CountryChoice, PlaceFields } from './place-fields';
import { ServerFields } from './server-fields';

type FormProps = { connection: ConnectionCard; countries: CountryChoice[] };

/**
 * The page looks again by itself, but the form does not: it is about what stood there when it was opened, and says so to the server.
 */
export function ConnectionForm({ connection, countries }: FormProps) {
  const { id, kind } = connection;
  const t = useTranslations('pbx');
  const router = useDeskRouter();
  const [savedPlace, setSavedPlace] = useState<PlaceDraft>({ name: connection.name, country: connection.country });
  const [place, setPlace] = useState(savedPlace);
  const [savedServer, setSavedServer] = useState(() => (connection.server ? toServerDraft(connection.server) : newServer));
  const [server, setServer] = useState(savedServer);
  const [version, setVersion] = useState(connection.server?.version ?? null);
  const [hasTurnSecret, setHasTurnSecret] = useState(connection.server?.hasTurnSecret ?? false);
  const errors = useFieldErrors('pbx.faults');
  const saving = useSubmit(errors);
  const testing = useSubmit(errors);
  const placeChanges = changesOf(savedPlace, place);
  const isServerChanged = version !== null && Object.keys(changesOf(savedServer, server)).length > 0;
  const isChanged = isServerChanged || Object.keys(placeChanges).length > 0;

  function editServer(change: Partial<ServerDraft>) {
    setServer({ ...server, ...change });
    errors.forget(Object.keys(change));
  }

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const part = isServerChanged ? { version, settings: toServer(server) } : undefined;
    const saved = await saving.submit(event.currentTarget, () =>
      changeConnection({ connectionId: id, place: placeChanges, server: part }),
    );
    if (!saved) return;

    const kept = { ...server, amiSecret: '', turnSecret: '' };
    setSavedPlace(place);
    setSavedServer(kept);
    setServer(kept);
    setVersion(saved.data.version);
    setHasTurnSecret(server.turnUrl !== '');
    showMessage(t('saved'));
    router.refresh();
  }

  return (
    <form onSubmit={save} noValidate autoComplete="off">
      <div className="px-4">
        <FormSection title={t('connection')} hint={t(`kindHints.${kind}`)}>
          <PlaceFields
            draft={place}
            countries={countries}
            errors={errors}
            isCountryFixed={kind === 'practice'}
            onEdit={(change) => {
              setPlace({ ...place, ...change });
              errors.forget(Object.keys(change));
            }}
          />
        </FormSection>
        {version !== null && (
          <ServerFields draft={server} stored={{ hasSecret: true, hasTurnSecret }} errors={errors} onEdit={editServer}>
            <ConnectionTest connectionId={id} draft={server} submit={testing.submit} />
          </ServerFields>
        )}
      </div>
      <FormFoot
        backTo="/admin/pbx"
        back={t('back')}
        submit={t('save')}
        isPending={saving.isPending}
        disabledReason={isChanged ? null : t('nothingChanged')}
      />
    </form>
  );
}
