import type { Openness } from './hours';
import type { Bilingual } from './text';
import type { PlaceView } from './view';

/** A place as the card on the map shows it: what a list shows, whether it is open, its trails. */
export interface CardView extends PlaceView {
	openness: Openness;
	trails: { slug: string; name: Bilingual; number: number }[];
}
