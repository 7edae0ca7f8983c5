import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Base } from '../../domain/base';
import { drawingLayers } from './drawing-layers';
import { ownLayers, ownSource } from './own-layers';
import type { Look } from './palette';

/** What a base adds to a style: its sources and its layers, bottom first. */
interface BasePart {
	sources: Record<string, SourceSpecification>;
	layers: LayerSpecification[];
}

/** Layer ids of a base start with `base`; a failing source is recognised by the same prefix. */
export function baseLayers(base: Base, look: Look, locale: 'zh' | 'en'): BasePart {
	const { config } = base;
	const attribution = escapeHtml(base.attribution[locale] ?? base.attribution.zh);
	switch (config.source) {
		case 'drawing':
			return {
				sources: {
					base: { type: 'geojson', data: config.url, attribution, buffer: 64, tolerance: 0.12 },
					...ownSource(config.own)
				},
				layers: [...drawingLayers(look), ...ownLayers(config.own, look)]
			};
		case 'picture':
			// Image sources take no attribution of their own: the page prints it.
			return {
				sources: {
					base: { type: 'image', url: config.url, coordinates: config.corners }
				},
				layers: [raster('base', 'base', look)]
			};
		case 'pmtiles':
			return {
				sources: {
					base: {
						type: 'raster',
						url: `pmtiles://${config.url}`,
						tileSize: config.tileSize,
						attribution
					}
				},
				layers: [raster('base', 'base', look)]
			};
		case 'xyz':
			return {
				sources: { base: tiles([config.url], config.tileSize, base, attribution) },
				layers: [raster('base', 'base', look)]
			};
		case 'tianditu':
			return {
				sources: Object.fromEntries(
					config.layers.map((layer) => [
						`base-${layer}`,
						tiles(tiandituTemplates(layer, config.key), 256, base, attribution)
					])
				),
				layers: config.layers.map((layer) => raster(`base-${layer}`, `base-${layer}`, look))
			};
	}
}

/** Tianditu's WMTS, Web Mercator matrix `w`, one address per host `t0` … `t7`. Source: tianditu.gov.cn. */
function tiandituTemplates(layer: string, key: string): string[] {
	const name = layer.replace(/_w$/, '');
	const query =
		`SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${name}&STYLE=default&TILEMATRIXSET=w` +
		`&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`;
	return [0, 1, 2, 3, 4, 5, 6, 7].map(
		(host) => `https://t${host}.tianditu.gov.cn/${name}_w/wmts?${query}`
	);
}

function tiles(
	urls: string[],
	tileSize: number,
	base: Base,
	attribution: string
): SourceSpecification {
	return {
		type: 'raster',
		tiles: urls,
		tileSize,
		minzoom: Math.floor(base.minZoom),
		maxzoom: Math.ceil(base.maxZoom),
		attribution
	};
}

function raster(id: string, source: string, look: Look): LayerSpecification {
	const dim = look === 'dark' || look === 'elder-dark';
	return {
		id,
		type: 'raster',
		source,
		paint: {
			'raster-fade-duration': 0,
			...(dim ? { 'raster-brightness-max': 0.72, 'raster-saturation': -0.25 } : {})
		}
	};
}

/** MapLibre prints attributions as HTML; ours are plain words somebody typed. */
function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
