import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isUnkept } from './unkept';

const routes = new URL('../../routes/', import.meta.url);
const hidden = readdirSync(routes, { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('+page.server.ts'))
	.filter((path) =>
		/setHeaders\((\{[^}]*'private, no-store'|HIDDEN)/.test(
			readFileSync(new URL(path.replaceAll('[', '%5B').replaceAll(']', '%5D'), routes), 'utf8')
		)
	)
	.map((path) => `/${path.slice(0, -'/+page.server.ts'.length)}`);

it('a page that is never kept has page data that is never kept either', () => {
	expect(hidden).toContain('/gate/[key]');
	expect(hidden).toContain('/screen/[key]');
	expect(hidden.filter((route) => !isUnkept(route))).toEqual([]);
});

it('a room whose name only begins like one of them is kept', () => {
	expect(['/gates', '/(public)/visitors', '/(public)/places/[slug]'].filter(isUnkept)).toEqual([]);
});
