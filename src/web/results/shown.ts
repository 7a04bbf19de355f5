/** A publication together with what stands around it on its pages. */
import type { DistrictMap } from '../../domain/district-map.ts'
import type { Publication } from '../../domain/publication.ts'
import type { SharedPicture } from '../page.ts'

export interface Shown extends Publication {
  /** Stands beside a link to it; none where nobody has told under which address people open it. */
  readonly picture?: SharedPicture | undefined
  /** How the city's districts are drawn; none where it has not told. */
  readonly map?: DistrictMap | undefined
}
