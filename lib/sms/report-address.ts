/** Where a provider tells what became of messages. Twilio signs what it says; the others show that they know the key. */
export function twilioReportUrl(publicUrl: string, smsId: string): string {
  return `${publicUrl}/api/sms/reports/twilio?id=${smsId}`;
}

export function keyedReportUrl(publicUrl: string, provider: 'smsapi' | 'http', key: string): string {
  return `${publicUrl}/api/sms/reports/${provider}?key=${encodeURIComponent(key)}`;
}
