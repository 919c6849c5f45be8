//! The shipped base map in every projection.

use super::common::bytes;
use super::{area_km2, kinds, longest_step};
use khorgos::geo::{BaseMap, FINEST, MapReader};
use khorgos::projection::{Cap, EARTH_RADIUS_KM, Projection, ProjectionKind, Projector, stitch};

const EXTENT: [f64; 4] = [43.0, 33.5, 99.0, 58.0];
const WORLD: [f64; 4] = [-180.0, -60.0, 180.0, 80.0];
const PACIFIC: [f64; 4] = [20.0, -60.0, 380.0, 80.0];
const ACCURACY_KM: f64 = 0.25;

fn shipped() -> BaseMap {
    MapReader::new(vec![bytes("assets/map/base.topo.json")]).finish().unwrap()
}

fn rings(map: &BaseMap, id: &str) -> Vec<Vec<geo::Coord>> {
    let country = map.country(id).unwrap();
    stitch(country.rings.iter().map(|ring| map.points(ring)).collect()).rings
}

/// The area of a ring on the sphere whose edges are straight in longitude and latitude, km².
fn area_on_sphere(ring: &[geo::Coord]) -> f64 {
    let mut sum = 0.0;
    for edge in ring.windows(2) {
        let (a, b) = (edge[0], edge[1]);
        let dlon = (b.x - a.x).to_radians();
        let (lat_a, lat_b) = (a.y.to_radians(), b.y.to_radians());
        // The mean of sin over the edge.
        let mean = if (lat_b - lat_a).abs() < 1e-9 {
            libm::sin((lat_a + lat_b) / 2.0)
        } else {
            (libm::cos(lat_a) - libm::cos(lat_b)) / (lat_b - lat_a)
        };
        sum += dlon * mean;
    }
    let turn = (ring[ring.len() - 1].x - ring[0].x).to_radians();
    // Round a pole the sum is the zone to the equator; the land is the rest of the hemisphere.
    let area = if turn.abs() > 1.0 { 2.0 * std::f64::consts::PI - sum.abs() } else { sum.abs() };
    area * EARTH_RADIUS_KM * EARTH_RADIUS_KM
}

/// Whether a projection that is true in area shows the whole of a ring.
fn is_shown_whole(kind: ProjectionKind, extent: [f64; 4], ring: &[geo::Coord]) -> bool {
    match kind {
        ProjectionKind::AzimuthalEqualArea => {
            let centre = Projection::for_extent(kind, extent).centre();
            let drawn = Cap::new(centre, 150.0);
            ring.iter().all(|p| drawn.contains(*p))
        }
        ProjectionKind::ConicEqualArea => extent == EXTENT && ring.iter().all(|p| p.y > -20.0),
        ProjectionKind::EqualEarth => true,
        ProjectionKind::ConicConformal | ProjectionKind::Mercator => false,
    }
}

#[test]
fn every_country_is_finite_and_true_in_area_where_the_map_is() {
    let map = shipped();
    let mut compared = 0;
    for kind in kinds() {
        for extent in [EXTENT, WORLD, PACIFIC] {
            let projector = Projector::new(Projection::for_extent(kind, extent), ACCURACY_KM);
            for country in &map.countries {
                let what = format!("{kind} {extent:?} {}", country.id);
                for ring in rings(&map, &country.id) {
                    let parts = projector.ring(&ring);
                    for part in &parts {
                        assert!(part.iter().all(|p| p.x.is_finite() && p.y.is_finite()), "{what}");
                        let gap_km = part[0].distance(part[part.len() - 1]);
                        assert!(gap_km < 1e-6, "{what}: open by {gap_km} km");
                    }
                    if is_shown_whole(kind, extent, &ring) {
                        compared += 1;
                        let (ours, true_km2) = (area_km2(&parts), area_on_sphere(&ring));
                        let edges = parts.iter().flat_map(|part| part.windows(2));
                        let round_km: f64 = edges.map(|edge| edge[0].distance(edge[1])).sum();
                        let slack_km2 = round_km * ACCURACY_KM + 1e-3;
                        assert!((ours - true_km2).abs() < slack_km2, "{what}: {ours} {true_km2}");
                    }
                }
            }
        }
    }
    assert!(compared > 2000, "{compared} rings");
}

#[test]
fn russia_is_whole_and_nothing_runs_across_the_map() {
    let map = shipped();
    for kind in kinds() {
        let projector = Projector::new(Projection::for_extent(kind, EXTENT), ACCURACY_KM);
        let mainland = rings(&map, "RUS").into_iter().max_by_key(Vec::len).unwrap();
        let width_deg = mainland.iter().map(|p| p.x).fold(f64::NEG_INFINITY, f64::max)
            - mainland.iter().map(|p| p.x).fold(f64::INFINITY, f64::min);
        assert!(width_deg > 150.0, "the mainland reaches over the antimeridian: {width_deg}");
        let parts = projector.ring(&mainland);
        assert_eq!(parts.len(), 1, "{kind}");
        for ring in rings(&map, "RUS") {
            for part in projector.ring(&ring) {
                let longest = longest_step(&part);
                assert!(longest < 1200.0, "{kind}: a line of {longest} km");
            }
        }
    }
}

#[test]
fn no_country_runs_across_a_map_of_the_world() {
    let map = shipped();
    for kind in
        [ProjectionKind::EqualEarth, ProjectionKind::Mercator, ProjectionKind::ConicEqualArea]
    {
        for extent in [WORLD, PACIFIC] {
            let projector = Projector::new(Projection::for_extent(kind, extent), ACCURACY_KM);
            for country in map.countries.iter().filter(|country| country.id != "ATA") {
                for part in rings(&map, &country.id).iter().flat_map(|ring| projector.ring(ring)) {
                    let longest = longest_step(&part);
                    assert!(longest < 3000.0, "{kind} {}: a line of {longest} km", country.id);
                }
            }
        }
    }
}

#[test]
fn antarctica_is_one_land_round_the_pole() {
    let map = shipped();
    for extent in [WORLD, PACIFIC] {
        let projection = Projection::for_extent(ProjectionKind::EqualEarth, extent);
        let projector = Projector::new(projection, ACCURACY_KM);
        let main = rings(&map, "ATA").into_iter().max_by_key(Vec::len).unwrap();
        let parts = projector.ring(&main);
        let area = area_km2(&parts);
        assert!((12.0e6..15.0e6).contains(&area), "{area} km²");
        let bottom = projection.forward(geo::coord! { x: 0.0, y: -90.0 }).y;
        let lowest = parts.iter().flatten().map(|p| p.y).fold(f64::NEG_INFINITY, f64::max);
        assert!((lowest - bottom).abs() < 1e-6);
    }
}

#[test]
fn neighbours_share_their_border() {
    let map = shipped();
    let near = |x: f64| libm::round(x * 1e6) as i64;
    for kind in kinds() {
        let projector = Projector::new(Projection::for_extent(kind, EXTENT), ACCURACY_KM);
        let points = |id: &str| -> std::collections::BTreeSet<(i64, i64)> {
            let rings = rings(&map, id);
            let parts = rings.iter().flat_map(|ring| projector.ring(ring));
            parts.flatten().map(|p| (near(p.x), near(p.y))).collect()
        };
        // Of the border's points on either side, resampled ones too, every one is on the other.
        let kaz = map.country("KAZ").unwrap();
        let rus = map.country("RUS").unwrap();
        let uses = |rings: &khorgos::geo::Rings| -> Vec<usize> {
            rings.iter().flatten().map(|part| part.chain).collect()
        };
        let theirs = uses(&rus.rings);
        let shared: Vec<usize> =
            uses(&kaz.rings).into_iter().filter(|chain| theirs.contains(chain)).collect();
        assert!(!shared.is_empty());
        let (kaz, rus) = (points("KAZ"), points("RUS"));
        for chain in shared {
            let border = projector.line(&map.chains[chain].at(FINEST).collect::<Vec<_>>());
            assert_eq!(border.len(), 1, "{kind}");
            for p in &border[0] {
                let at = (near(p.x), near(p.y));
                assert!(kaz.contains(&at) && rus.contains(&at), "{kind}: {p:?}");
            }
        }
    }
}
