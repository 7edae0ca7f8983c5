import { apiBase } from '../machine/answer';
import type { Link } from '../machine/answer';
import { spoken } from '../machine/speech';
import type { Asking } from '../machine/speech';

/** Conformance classes of OGC API – Features part 1 (17-069r4) this interface keeps. */
const conformsTo = [
	'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
	'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
	'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30'
] as const;

export const OPENAPI = 'application/vnd.oai.openapi+json;version=3.0';

/** The landing page: what this is and where everything else lies (OGC 17-069r4 §7.2). */
export function landing(asking: Asking) {
	const { api } = spoken(asking).machines;
	const base = apiBase(asking);
	const links: Link[] = [
		{ rel: 'self', href: base, type: 'application/json', title: api.self },
		{ rel: 'alternate', href: `${base}?f=html`, type: 'text/html', title: api.html },
		{ rel: 'service-desc', href: `${base}/openapi.json`, type: OPENAPI, title: api.service },
		{ rel: 'service-doc', href: `${base}?f=html`, type: 'text/html', title: api.doc },
		{
			rel: 'conformance',
			href: `${base}/conformance`,
			type: 'application/json',
			title: api.conformance
		},
		{ rel: 'data', href: `${base}/collections`, type: 'application/json', title: api.data }
	];
	return { title: api.title, description: api.description, links };
}

/** The conformance declaration. */
export function conformance(asking: Asking) {
	const { api } = spoken(asking).machines;
	const href = `${apiBase(asking)}/conformance`;
	const links: Link[] = [
		{ rel: 'self', href, type: 'application/json', title: api.self },
		{ rel: 'alternate', href: `${href}?f=html`, type: 'text/html', title: api.html }
	];
	return { links, conformsTo };
}
