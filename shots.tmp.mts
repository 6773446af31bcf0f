import { chromium } from '@playwright/test';
const base = 'http://127.0.0.1:3587';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
const page = await browser.newPage({ viewport: { width: 1366, height: 860 } });
page.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', m.text().slice(0, 600)));
page.on('pageerror', (e) => console.log('ERR', String(e).slice(0, 600)));
await page.goto(base + '/sign-in', { timeout: 120000 });
await page.getByRole('textbox', { name: 'Email' }).fill('manager@offhook.test');
await page.getByLabel('Password').fill('offhook-demo');
await page.getByRole('button', { name: 'Sign in' }).click();
await page.waitForURL(/deliveries/, { timeout: 120000 });
const paths = process.argv.slice(2);
for (const [i, path] of paths.entries()) {
  for (const [scheme, w, h] of [['light', 1366, 860], ['dark', 1366, 860], ['light', 390, 844]] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: w, height: h });
    await page.goto(base + path, { timeout: 120000 });
    await page.waitForTimeout(2500);
    await page.screenshot({ path: `/tmp/interest-card/s${i}-${scheme}-${w}.png`, fullPage: w === 390 });
  }
}
await browser.close();
