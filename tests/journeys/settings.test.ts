import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, watch } from '../browser';
import type { Watched } from '../browser';
import { serve } from '../serve';
import type { Served } from '../serve';
import { axe, sticksOut, tooSmall, unmarkedChinese } from './look';

// What people do before a page’s script is there, and the smaller pages of the office with data in them.

const PASSWORD = 'jade-cong-2026-trail';
let served: Served;
let browser: Browser;
let watched: Watched;
let operator: Page;

beforeAll(async () => {
	[served, browser] = await Promise.all([
		serve({ DEMO_PASSWORD: PASSWORD, STAFF_SECOND_FACTOR: 'optional' }),
		launch()
	]);
	watched = await watch(browser, served.origin, { viewport: { width: 1440, height: 900 } });
	operator = watched.page;
	await visit(operator, `${served.origin}/login?next=/studio`);
	await operator.getByLabel('邮箱').fill('operator@demo.invalid');
	await operator.getByLabel('密码', { exact: true }).fill(PASSWORD);
	await operator.locator('main').getByRole('button', { name: '登录', exact: true }).click();
	await operator.waitForURL('**/studio');
});
afterAll(async () => {
	await watched?.close();
	await browser?.close();
	await served?.stop();
});

/** Opens a page whose script does not come before `release` is called. */
async function early(page: Page, path: string): Promise<() => Promise<void>> {
	let free = () => {};
	const freed = new Promise<void>((done) => (free = done));
	const held = '**/_app/immutable/**/*.js';
	await page.route(held, async (route) => {
		await freed;
		await route.continue();
	});
	await page.goto(served.origin + path, { waitUntil: 'commit' });
	await page.locator('main').last().waitFor();
	await page.locator('body > :last-child').first().waitFor({ state: 'attached' });
	return async () => {
		free();
		// The address gets its place in the browser’s history just before the page comes alive.
		await page.waitForFunction(
			() => !!history.state && Object.keys(history.state).some((key) => key.includes('sveltekit'))
		);
		await page.waitForLoadState('networkidle');
		await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
		await page.unroute(held);
	};
}

/**
 * Types, ticks and chooses in whatever a page offers, something else than stands there.
 * @returns how many it changed
 */
const change = (page: Page) =>
	page.evaluate(() => {
		const inputs = [...document.querySelectorAll<HTMLInputElement>('main :is(input, textarea)')];
		const open = inputs.filter(
			({ type, readOnly, disabled }) =>
				!['hidden', 'submit', 'file'].includes(type) && !readOnly && !disabled
		);
		const groups = new Set<string>();
		for (const [n, input] of open.entries()) {
			if (input.type === 'checkbox') input.click();
			else if (input.type === 'radio') {
				// The last of each group; of many groups the first does not count twice.
				if (!groups.has(input.name))
					[...open]
						.reverse()
						.find(({ name }) => name === input.name)!
						.click();
				groups.add(input.name);
			} else if (input.type === 'date') input.value = '2027-03-04';
			else if (input.type === 'datetime-local') input.value = '2027-03-04T05:06';
			else if (input.type === 'number') input.value = '17';
			else if (input.type === 'email') input.value = `early${n}@example.org`;
			else input.value = `早${n}`;
		}
		const selects = [...document.querySelectorAll<HTMLSelectElement>('main select')];
		for (const select of selects) select.selectedIndex = select.options.length - 1;
		return open.length + selects.length;
	});

/** What stands in the inputs of a page, each by its name and number. */
const standing = (page: Page) =>
	page.evaluate(() =>
		[
			...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
				'main :is(input:not([type="hidden"], [type="file"]), textarea, select)'
			)
		].map((input) => {
			const ticked = 'checked' in input && ['checkbox', 'radio'].includes(input.type);
			return `${input.name} ${input.type} ${ticked ? input.checked : input.value}`;
		})
	);

describe('what is typed before a page comes alive', () => {
	it('on the settings stays, and is what is saved', async () => {
		const release = await early(operator, '/studio/settings');
		await operator.locator('[name="footer.sponsor.zh"]').fill('余杭区的单位');
		await operator.locator('[name="footer.code"]').fill('3301100001');
		await operator.locator('[name="modules.contests"]').uncheck();
		await release();
		expect(await operator.locator('[name="footer.sponsor.zh"]').inputValue()).toBe('余杭区的单位');
		expect(await operator.locator('[name="modules.contests"]').isChecked()).toBe(false);
		for (const group of ['#footer', '#modules']) {
			await operator.locator(group).getByRole('button', { name: '保存这一组' }).click();
			await operator.locator(group).getByText('已保存。').waitFor();
		}
		await visit(operator, `${served.origin}/studio/settings`);
		expect(await operator.locator('[name="footer.sponsor.zh"]').inputValue()).toBe('余杭区的单位');
		expect(await operator.locator('[name="footer.code"]').inputValue()).toBe('3301100001');
		expect(await operator.locator('[name="modules.contests"]').isChecked()).toBe(false);
	});

	it.each([
		'/studio/settings/calendar?year=2027',
		'/studio/settings/mail?template=invite',
		'/studio/menus',
		'/studio/words',
		'/studio/people',
		'/studio/review',
		'/studio/audit',
		'/studio/media',
		'/studio/palette',
		'/places',
		'/places/chengqing-zhengming-hall/correct'
	])('stays on %s', async (path) => {
		const release = await early(operator, path);
		expect(await change(operator)).toBeGreaterThan(0);
		const typed = await standing(operator);
		await release();
		expect(await standing(operator)).toEqual(typed);
	});

	it('stays on an invitation, with what a manager looks after', async () => {
		const release = await early(operator, '/studio/people/new');
		await operator.locator('[name="email"]').fill('early@example.org');
		await operator.locator('[name="role"][value="manager"]').check();
		await operator.locator('[name="scopeKind"]').selectOption('place');
		await operator.locator('[name="scopeId"]').fill('早来的地点');
		const typed = await standing(operator);
		await release();
		expect(await standing(operator)).toEqual(typed);
	});

	it('stays in a list: the ticks, the filters, the order', async () => {
		const release = await early(operator, '/studio/places');
		await operator.locator('main [name="item"]').first().check();
		await operator.locator('main [name="state"]').first().check({ force: true });
		await operator.locator('main [name="sort"]').selectOption({ index: 1 });
		const typed = await standing(operator);
		await release();
		expect(await standing(operator)).toEqual(typed);
		await operator.getByText('已选 1 项').waitFor();
	});

	it('is what a list is searched for once it can be', async () => {
		const release = await early(operator, '/studio/places');
		await operator.locator('main [name="q"]').first().fill('cqzm');
		await operator.locator('main [name="sort"]').focus();
		await release();
		await operator.waitForURL('**/studio/places?q=cqzm');
		expect(await operator.locator('main [name="q"]').first().inputValue()).toBe('cqzm');
	});
});
