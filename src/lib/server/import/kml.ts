import type { Mapping } from '$lib/domain/import/header';
import { kmlWithFolders, type Folder } from '@tmcw/togeojson';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { textOf } from './encoding';
import { refuseMany, tableOf, type Feature } from './features';
import { LIMITS, Unreadable, type Table } from './table';
import { entriesOf, proveSizes, unpack } from './zip';

/** How a placemark looks says nothing of the place. */
const looks =
	/^(?:@geometry-type|styleUrl|styleHash|styleMapHash|stroke|fill|icon|label|marker|visibility|open|gx_media_links|timespan|timestamp)/;

/** Reads the placemarks of a KML 2.x document, extended data as columns. @throws Unreadable */
export function readKml(bytes: Buffer, mapping?: Mapping): Table {
	if (bytes.length > LIMITS.kml)
		throw new Unreadable('too-big', {
			megabytes: Math.round(bytes.length / 1048576),
			limit: LIMITS.kml / 1048576
		});
	const text = textOf(bytes);
	// Entities of a document type can grow without end or name other files; KML needs none.
	if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Unreadable('doctype');
	const count = text.match(/<Placemark[\s>]/g)?.length ?? 0;
	if (!count) throw new Unreadable('no-placemarks');
	refuseMany(count);
	return tableOf('kml', placemarks(text), mapping);
}

/** Reads the first KML document of a KMZ archive, under the limits for archives. @throws Unreadable */
export async function readKmz(bytes: Buffer, mapping?: Mapping): Promise<Table> {
	const entries = entriesOf(bytes);
	await proveSizes(bytes, entries);
	const documents = entries.filter(({ name }) => /\.kml$/i.test(name));
	const main = documents.find(({ name }) => name.toLowerCase() === 'doc.kml') ?? documents[0];
	if (!main) throw new Unreadable('no-placemarks');
	return { ...readKml(unpack(bytes, main, LIMITS.kml), mapping), format: 'kmz' };
}

function placemarks(text: string): Feature[] {
	try {
		const document = new DOMParser({
			onError: (level, message) => {
				if (level !== 'warning') throw new Error(message);
			}
		}).parseFromString(text, 'text/xml');
		const lines = Array.from(
			document.getElementsByTagName('Placemark'),
			(element: Element) => element.lineNumber ?? 1
		);
		const features: Feature[] = [];
		const walk = (children: Folder['children'], folders: string[]): void => {
			for (const child of children) {
				if (child.type === 'folder')
					walk(child.children, [...folders, String(child.meta.name ?? '')]);
				else if (child.properties?.['@geometry-type'] !== 'groundoverlay')
					features.push({
						line: lines[features.length] ?? 1,
						properties: plain(child.properties ?? {}),
						geometry: child.geometry,
						folders
					});
			}
		};
		walk(kmlWithFolders(document).children, []);
		return features;
	} catch (error) {
		// Whatever a parser throws here speaks of the file, also a stack it filled by nesting.
		const line = /line:?\s*(\d+)/i.exec((error as Error).message)?.[1];
		throw new Unreadable('broken-kml', { line: line ? Number(line) : 1 });
	}
}

/** Properties without looks; a description in HTML as its words. */
function plain(properties: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(properties)
			.filter(([key]) => !looks.test(key))
			.map(([key, value]) => [
				key,
				typeof value === 'object' && value !== null && 'value' in value
					? words(String(value.value))
					: typeof value === 'string' && key === 'description'
						? words(value)
						: value
			])
	);
}

const words = (html: string): string =>
	html
		.replace(/<(?:br|\/p|\/div|\/tr|\/li)\b[^<>]*>/gi, '\n')
		.replace(/<[^<>]*>/g, '')
		.replace(/&nbsp;/g, ' ')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, '&');
