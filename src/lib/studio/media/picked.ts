import type { AssetForm } from '../../domain/media/asset';
import type { UseFault } from '../../domain/media/use';

/** A thing of the library as it is chosen. */
export interface Thumb {
	id: string;
	/** The asset’s own alternative text; empty when it has none yet. */
	alt: { zh: string; en: string | null };
	form: AssetForm;
	name: string;
	/** A small picture for those signed in; null for recordings and documents. */
	src: string | null;
	/** What stands against showing it to the public. */
	fault: UseFault | null;
}
