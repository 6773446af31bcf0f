import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { after } from 'next/server';
import { cache } from 'react';
import { InterestCard } from '@/components/interests/card/interest-card';
import { TasksPanel } from '@/components/interests/card/tasks-panel';
import { TimelinePanel } from '@/components/interests/card/timeline-panel';
import { recordView } from '@/lib/audit/record-view';
import { may } from '@/lib/auth/roles';
import { pageUser } from '@/lib/auth/session';
import { callViewer } from '@/lib/calls/visible-calls';
import { now } from '@/lib/clock';
import { findInterest, listContactChoices } from '@/lib/interests/card-queries';
import { InterestId } from '@/lib/interests/details-schema';
import { listServiceTypes } from '@/lib/interests/service-type-queries';
import { listStages } from '@/lib/interests/stage-queries';
import { listTasks } from '@/lib/interests/task-queries';
import { listTimeline } from '@/lib/interests/timeline-queries';
import { listManagersWith } from '@/lib/users/managers-with';

type InterestPageProps = { params: Promise<{ id: string }> };

// The title and the page ask for the same interest within one request.
const interestOf = cache(async (raw: string) => {
  await pageUser('interest:read');
  const id = InterestId.safeParse(raw);
  return id.success ? findInterest(id.data) : null;
});

export async function generateMetadata({ params }: InterestPageProps): Promise<Metadata> {
  const { number, details } = (await interestOf((await params).id)) ?? notFound();
  return { title: `#${number} ${details.subject}` };
}

/** Where "Open interest" leads (S3.11). */
export default async function InterestPage({ params }: InterestPageProps) {
  const user = await pageUser('interest:read');
  const interest = (await interestOf((await params).id)) ?? notFound();
  const { id, customer, details } = interest;
  const at = now();
  if (customer) after(() => recordView({ userId: user.id, customerId: customer.id, at }));

  const [stages, offered, managers, contacts, tasks, timeline] = await Promise.all([
    listStages(),
    listServiceTypes(),
    listManagersWith([details.responsibleId]),
    customer ? listContactChoices(customer.id) : [],
    listTasks(id),
    listTimeline(id, callViewer(user)),
  ]);
  const isEditable = may(user, 'interest:edit');

  return (
    <InterestCard
      interest={interest}
      choices={{ stages, serviceTypes: withChosen(offered, interest), managers, contacts }}
      isEditable={isEditable}
      mayConvert={isEditable && may(user, 'customer:edit')}
      tasks={<TasksPanel interestId={id} first={tasks} managers={managers} nowMs={at.getTime()} isEditable={isEditable} />}
      timeline={<TimelinePanel interestId={id} first={timeline} isEditable={isEditable} />}
    />
  );
}

type Named = { id: string; name: string };

/** A service type that was put away is still what this interest is about. */
function withChosen(offered: Named[], { details, names }: NonNullable<Awaited<ReturnType<typeof findInterest>>>): Named[] {
  const { serviceTypeId } = details;
  if (!serviceTypeId || offered.some(({ id }) => id === serviceTypeId)) return offered;
  return [...offered, { id: serviceTypeId, name: names.serviceType ?? '' }];
}
