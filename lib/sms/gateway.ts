import { httpGateway } from './http-service.ts';
import { keyedReportUrl, twilioReportUrl } from './report-address.ts';
import { smsapiGateway } from './smsapi.ts';
import { twilioGateway } from './twilio.ts';
import type { SmsAccess, SmsGateway } from './types.ts';

/** The provider that is set up, told where its delivery reports go. */
export function gatewayOf(access: SmsAccess, publicUrl: string): SmsGateway {
  switch (access.provider) {
    case 'twilio':
      return twilioGateway(access, (smsId) => twilioReportUrl(publicUrl, smsId));
    case 'smsapi':
      return smsapiGateway(access, keyedReportUrl(publicUrl, 'smsapi', access.reportSecret));
    case 'http':
      return httpGateway(access);
  }
}
