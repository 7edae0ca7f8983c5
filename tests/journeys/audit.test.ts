import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../scripts/audit';
import { launch, visit, watch } from '../browser';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut } from './look';

// What was done is told in sentences, proved on the page, and verified from the command line.

const dataDir = mkdtempSync(join(tmpdir(), 'liantu-audit-journey-'));
const PASSWORD = 'jade-cong-2026-trail';
let served: Served;
let browser: Browser;

beforeAll(async () => {
	[served, browser] = await Promise.all([
		serve({ DATA_DIR: dataDir, DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' }),
		launch()
	]);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

async function run(...argv: string[]) {
	const said: string[] = [];
	const code = await main([...argv, '--en'], {
		say: (text) => void said.push(text),
		env: { DATA_DIR: dataDir }
	});
	return { code, said: said.join('\n') };
}

describe.each([
	['with JavaScript', true],
	['without JavaScript', false]
])('an operator %s', (_, javaScriptEnabled) => {
	it('finds the own sign-in, opens it, and sees it proved', async () => {
		const { page, noise, close } = await watch(browser, served.origin, {
			javaScriptEnabled,
			viewport: { width: 1440, height: 900 }
		});
		await visit(page, `${served.origin}/login?next=/studio/audit`);
		await page.getByLabel('邮箱').fill('operator@demo.invalid');
		await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
		await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
		await page.waitForURL('**/studio/audit');
		expect(await page.locator('h1').innerText()).toBe('操作记录');
		const all = Number(await page.locator('[data-total]').getAttribute('data-total'));

		await page.getByRole('combobox', { name: '操作' }).selectOption('sign-in');
		await page.getByRole('button', { name: '筛选' }).click();
		await page.waitForURL('**act=sign-in**');
		const some = Number(await page.locator('[data-total]').getAttribute('data-total'));
		expect(some).toBeGreaterThan(0);
		expect(some).toBeLessThan(all);
		const first = page.locator('.records article').first();
		expect(await first.innerText()).toContain('运维（演示）登录');
		expect(await first.innerText()).toContain('来自 127.0.0.1');
		if (javaScriptEnabled)
			expect([...(await axe(page)), ...(await sticksOut(page, 360))]).toEqual([]);

		await first.getByRole('link', { name: /第 \d+ 条/ }).click();
		await page.waitForURL(/\/studio\/audit\/\d+$/);
		expect(await page.locator('main').innerText()).toContain('证明成立');
		if (javaScriptEnabled)
			expect([...(await axe(page)), ...(await sticksOut(page, 360))]).toEqual([]);

		await page.getByRole('link', { name: '返回操作记录' }).click();
		await page.getByRole('button', { name: '现在核验' }).click();
		// Without a script whoever waits asks again.
		if (!javaScriptEnabled)
			await expect
				.poll(async () => {
					await page.goto(`${served.origin}/studio/audit`);
					return page.locator('main').innerText();
				})
				.toContain('没有发现改动');
		await page.getByText('没有发现改动').waitFor();

		const csv = await page.request.get(`${served.origin}/studio/audit/audit.csv?act=sign-in`);
		const text = (await csv.body()).toString();
		expect([text.slice(0, 6), text.split('\r\n').length]).toEqual(['\ufeff序号,时间', some + 2]);
		expect(noise).toEqual([]);
		await close();
	});
});

describe('npm run audit -- verify', () => {
	it('finds nothing while the portal serves, nor after it stopped', async () => {
		expect((await run('verify')).code).toBe(0);
		await served.stop();
		expect((await run('verify')).code).toBe(0);
	});

	it('names the record somebody edited in the database, hash and all', async () => {
		const client = createClient({ url: `file:${dataDir}/liantu.db` });
		await client.execute('DROP TRIGGER audit_stays');
		await client.execute(
			`UPDATE audit SET record = replace(record, '"seq":2,', '"seq":2.0,') WHERE seq = 2`
		);
		await client.execute(`UPDATE audit SET act = 'view' WHERE seq = 3`);
		client.close();
		const { code, said } = await run('verify');
		expect(code).toBe(1);
		expect(said).toContain('record 2: edited');
		expect(said).toContain('record 3: edited (act)');
	});

	it('finds a database put back to an older copy', async () => {
		const log = readFileSync(join(dataDir, 'audit', 'checkpoints.log'), 'utf8');
		expect(log.split('\n').length).toBeGreaterThan(5);
		const client = createClient({ url: `file:${dataDir}/liantu.db` });
		await client.execute('DROP TRIGGER audit_remains');
		await client.execute('DELETE FROM audit WHERE seq > 5');
		client.close();
		const { code, said } = await run('verify');
		expect([code, /records 6–\d+: cut off the end/.test(said)]).toEqual([1, true]);
	});
});
