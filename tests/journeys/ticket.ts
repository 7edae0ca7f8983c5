import type { Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { expect } from 'vitest';

/** What a camera reads from the picture of the ticket on a page. */
export async function ticketOn(page: Page): Promise<string> {
	const link = await page.getByRole('link', { name: '保存二维码图片' }).getAttribute('href');
	const answer = await page.request.get(new URL(link!, page.url()).href);
	expect(answer.headers()['cache-control']).toBe('private, no-store');
	const shown = await page.locator('img.qr').getAttribute('src');
	expect(Buffer.from(shown!.split(',')[1]!, 'base64').equals(await answer.body())).toBe(true);
	const { data, info } = await sharp(await answer.body())
		.ensureAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	return decodeQR({ width: info.width, height: info.height, data: new Uint8Array(data) });
}
