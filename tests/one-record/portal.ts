import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import type { By, Grant, Role, Who } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { acting, signedIn, somebody } from '../people';
import type { Sent } from './example';

type Deed = (event: RequestEvent) => unknown;
type Module = { actions?: Record<string, Deed> } & Record<string, unknown>;

const files = import.meta.glob<Module>('/src/routes/**/+{page.server,server}.ts');
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** What changes something: each action of a page (`<route> ?/<action>`), each unsafe method (`<route> POST`). */
async function unsafeDeeds(): Promise<Map<string, Deed>> {
	const deeds = new Map<string, Deed>();
	for (const [file, load] of Object.entries(files).sort()) {
		const route = file.replace(/^\/src\/routes/, '').replace(/\/\+[^/]+$/, '') || '/';
		const module = await load();
		for (const [name, deed] of Object.entries(module.actions ?? {}))
			deeds.set(`${route} ?/${name}`, deed);
		for (const method of METHODS)
			if (method in module) deeds.set(`${route} ${method}`, module[method] as Deed);
	}
	return deeds;
}

/** How a request was answered. */
interface Answered {
	status: number;
	/** Where a redirect leads to. */
	to: string | null;
	/** What an action or an endpoint said. */
	said: unknown;
}

/** A browser with its cookies, and who is signed in with it. */
export interface Visitor {
	id: string;
	email: string;
	cookies: Map<string, string>;
	/** Sends an unsafe request to `<route> ?/<action>` or `<route> <METHOD>`. */
	send: (to: string, sent: Sent) => Promise<Answered>;
	/** Opens an endpoint that only answers, e.g. the way back from another door. */
	get: (route: string, sent: Sent) => Promise<Answered>;
	/** This person acting now, for what comes before a request. */
	by: () => Promise<By & { who: Who }>;
}

export type Portal = Awaited<ReturnType<typeof openPortal>>;

/**
 * The portal itself in this process: its database, its hooks with their doors, and its actions and
 * endpoints, so that what a request leaves behind can be read at once.
 */
export async function openPortal(settings: Record<string, string> = {}) {
	const folder = mkdtempSync(join(tmpdir(), 'liantu-one-record-'));
	const origin = 'http://localhost:5999';
	Object.assign(process.env, { DATA_DIR: folder, ORIGIN: origin, DEMO: 'off', ...settings });
	const { handle } = (await import('../../src/hooks.server')) as { handle: Handle };
	const { wake } = await import('$lib/server/world');
	const { shared } = await import('$lib/server/shared');
	const { env, db } = await wake();
	const deeds = await unsafeDeeds();
	let visitors = 0;

	function visitor(person: { id: string; email: string; token: string } | null): Visitor {
		// Its own address each: no limit of one example is spent by another.
		const n = ++visitors;
		const address = `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
		const cookies = new Map(person ? [['liantu', person.token]] : []);
		const via = (deed: Deed, method: string) => (to: string, sent: Sent) =>
			answer({ handle, deed, origin, to, method, sent, cookies, address });
		return {
			id: person?.id ?? '',
			email: person?.email ?? '',
			cookies,
			send: (to, sent) => via(deeds.get(to)!, to.split(' ')[1]!)(to, sent),
			get: async (route, sent) => {
				const module = await files[`/src/routes${route}/+server.ts`]!();
				return via(module.GET as Deed, 'GET')(`${route} GET`, sent);
			},
			by: () => acting(db, cookies.get('liantu')!, Date.now())
		};
	}

	return {
		db: db as Db,
		env,
		deeds,
		/** Somebody nobody knows. */
		stranger: () => visitor(null),
		/** Somebody new who holds these roles and has just signed in with both factors. */
		async person(...roles: (Role | Grant)[]): Promise<Visitor> {
			const email = `one${visitors}@example.cn`;
			const id = await somebody(db, { email, roles, createdAt: Date.now() });
			const token = await signedIn(db, id, { now: Date.now(), strong: true, address: '192.0.2.1' });
			return visitor({ id, email, token });
		},
		async close() {
			for (const closer of [...shared.closers].reverse()) await closer();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Sends one request through the hooks to what answers it, as the framework does. */
async function answer({
	handle,
	deed,
	origin,
	to,
	method,
	sent,
	cookies,
	address
}: {
	handle: Handle;
	deed: Deed;
	origin: string;
	to: string;
	method: string;
	sent: Sent;
	cookies: Map<string, string>;
	address: string;
}): Promise<Answered> {
	const [route = ''] = to.split(' ');
	const isAction = method.startsWith('?/');
	const url = new URL(`${origin}/asked?${new URLSearchParams(sent.search)}`);
	const request = new Request(url, {
		method: isAction ? 'POST' : method,
		headers: {
			accept: 'application/json',
			origin,
			...(isAction ? { 'x-sveltekit-action': 'true' } : {}),
			...(sent.json === undefined ? {} : { 'content-type': 'application/json' })
		},
		...(method === 'GET' ? {} : { body: bodyOf(sent) })
	});
	const event = {
		url,
		request,
		params: sent.params ?? {},
		route: { id: route },
		locals: {},
		cookies: jar(cookies),
		getClientAddress: () => address,
		setHeaders: () => undefined,
		fetch: async () => new Response(null, { status: 500 }),
		isDataRequest: false,
		isSubRequest: false,
		platform: undefined
	} as unknown as RequestEvent;

	let said: Answered | null = null;
	const resolve = async () => {
		said = await Promise.resolve(deed(event)).then(read, thrown);
		return new Response(null, { status: said.status });
	};
	const response = await handle({ event, resolve });
	return said ?? read(response);
}

async function read(value: unknown): Promise<Answered> {
	if (value instanceof Response) {
		const text = await value.text();
		const said: unknown = /json/.test(value.headers.get('content-type') ?? '') && JSON.parse(text);
		return { status: value.status, to: null, said };
	}
	if (isActionFailure(value)) return { status: value.status, to: null, said: value.data };
	return { status: 200, to: null, said: value };
}

function thrown(reason: unknown): Answered {
	if (isRedirect(reason)) return { status: reason.status, to: reason.location, said: null };
	if (isHttpError(reason)) return { status: reason.status, to: null, said: reason.body };
	throw reason;
}

function bodyOf({ form, json, bytes }: Sent): BodyInit {
	if (bytes) return new Uint8Array(bytes);
	if (json !== undefined) return JSON.stringify(json);
	const data = new FormData();
	for (const [name, value] of Object.entries(form ?? {}))
		for (const one of [value].flat())
			if (typeof one === 'string') data.append(name, one);
			else data.append(name, one);
	return data;
}

const jar = (held: Map<string, string>) => ({
	get: (name: string) => held.get(name),
	getAll: () => [...held].map(([name, value]) => ({ name, value })),
	set: (name: string, value: string) => void held.set(name, value),
	delete: (name: string) => void held.delete(name),
	serialize: () => ''
});
