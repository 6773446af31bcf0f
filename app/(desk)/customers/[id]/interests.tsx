import { InterestsPanel } from '@/components/interests/card/interests-panel';
import { listInterestsOfCustomer } from '@/lib/interests/of-customer-queries';
import { listServiceTypes } from '@/lib/interests/service-type-queries';

export async function Interests({ customerId, isEditable }: { customerId: string; isEditable: boolean }) {
  const [first, serviceTypes] = await Promise.all([listInterestsOfCustomer(customerId), listServiceTypes()]);

  return <InterestsPanel customerId={customerId} first={first} serviceTypes={serviceTypes} isEditable={isEditable} />;
}
