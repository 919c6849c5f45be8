//! Every projection against proj4rs, a port of PROJ, on a grid of the sphere.

use geo::{Coord, coord};
use khorgos::projection::{
    AzimuthalEqualArea, ConicConformal, ConicEqualArea, EARTH_RADIUS_KM, EqualEarth, MapPoint,
    Mercator, Projection, unit_vector,
};
use proj4rs::Proj;
use proj4rs::transform::transform;

/// Of the sphere's radius.
const TOLERANCE: f64 = 1e-9;

fn proj(parameters: &str) -> Proj {
    let radius_m = EARTH_RADIUS_KM * 1000.0;
    Proj::from_proj_string(&format!("+proj={parameters} +R={radius_m}")).unwrap()
}

/// A position on the other implementation's map, km, y to the south.
fn theirs(sphere: &Proj, plane: &Proj, position: Coord) -> MapPoint {
    let mut point = (position.x.to_radians(), position.y.to_radians(), 0.0);
    transform(sphere, plane, &mut point).unwrap();
    MapPoint::new(point.0 / 1000.0, -point.1 / 1000.0)
}

/// The other implementation's position of a point, degrees.
fn theirs_back(sphere: &Proj, plane: &Proj, point: MapPoint) -> Coord {
    let mut point = (point.x * 1000.0, -point.y * 1000.0, 0.0);
    transform(plane, sphere, &mut point).unwrap();
    coord! { x: point.0.to_degrees(), y: point.1.to_degrees() }
}

fn chord(a: Coord, b: Coord) -> f64 {
    let (a, b) = (unit_vector(a), unit_vector(b));
    libm::sqrt((0..3).map(|i| (a[i] - b[i]) * (a[i] - b[i])).sum())
}

/// Compares on a grid between two latitudes, all round the centre. `reach` leaves out what is
/// further from the origin of an azimuthal map, in radii.
fn compare(ours: Projection, parameters: &str, latitudes: (i32, i32), reach: f64) {
    const STEP: usize = 3;
    let (sphere, plane) = (proj("latlong"), proj(parameters));
    let centre = ours.centre();
    // Our origin is the centre; theirs is not for all.
    let origin = theirs(&sphere, &plane, centre);
    let mut compared = 0;
    for lat in (latitudes.0..=latitudes.1).step_by(STEP) {
        for east in (-179..=179).step_by(STEP) {
            let lon = centre.x + f64::from(east);
            let lon = if lon > 180.0 {
                lon - 360.0
            } else if lon < -180.0 {
                lon + 360.0
            } else {
                lon
            };
            let position = coord! { x: lon, y: f64::from(lat) };
            let point = ours.forward(position);
            if libm::hypot(point.x, point.y) > reach * EARTH_RADIUS_KM {
                continue;
            }
            compared += 1;
            let their = theirs(&sphere, &plane, position);
            let shifted = MapPoint::new(their.x - origin.x, their.y - origin.y);
            let size = 1.0_f64.max(libm::hypot(their.x, their.y) / EARTH_RADIUS_KM);
            let off = point.distance(shifted) / EARTH_RADIUS_KM / size;
            assert!(off < TOLERANCE, "{parameters} {position:?}: {point:?} {shifted:?} {off}");
            if lat.abs() == 90 {
                continue; // the pole's latitude is not to be had from its height to nine digits
            }
            let back = ours.inverse(point).unwrap();
            let their_back = theirs_back(&sphere, &plane, their);
            let off = chord(back, their_back);
            assert!(off < TOLERANCE, "{parameters} {position:?}: {back:?} {their_back:?} {off}");
        }
    }
    assert!(compared > 3000, "{compared} points");
}

#[test]
fn azimuthal_equal_area() {
    for (lon, lat) in [(68.0, 46.0), (-150.0, -30.0), (10.0, 0.0)] {
        let ours = AzimuthalEqualArea::centred(coord! { x: lon, y: lat });
        let parameters = format!("laea +lon_0={lon} +lat_0={lat}");
        compare(Projection::AzimuthalEqualArea(ours), &parameters, (-87, 87), 1.95);
    }
}

#[test]
fn conic_equal_area() {
    for (lon, lat, south, north) in
        [(71.0, 45.75, 37.5, 54.0), (-60.0, -30.0, -45.0, -10.0), (0.0, 5.0, -20.0, 40.0)]
    {
        let ours = ConicEqualArea::new(coord! { x: lon, y: lat }, [south, north]);
        let parameters = format!("aea +lon_0={lon} +lat_0={lat} +lat_1={south} +lat_2={north}");
        compare(Projection::ConicEqualArea(ours), &parameters, (-87, 87), f64::INFINITY);
    }
}

#[test]
fn conic_conformal() {
    for (lon, lat, south, north) in [
        (71.0, 45.75, 37.5, 54.0),
        (-60.0, -30.0, -45.0, -10.0),
        (0.0, 5.0, -20.0, 40.0),
        (100.0, 50.0, 50.0, 50.0),
    ] {
        let ours = ConicConformal::new(coord! { x: lon, y: lat }, [south, north]);
        let parameters = format!("lcc +lon_0={lon} +lat_0={lat} +lat_1={south} +lat_2={north}");
        compare(Projection::ConicConformal(ours), &parameters, (-84, 84), f64::INFINITY);
        // The map that is true at its centre is the same in another size.
        let size = 1.0 / ours.scale(lat);
        let parameters = format!("{parameters} +k_0={size:.17}");
        let true_at_centre = Projection::ConicConformal(ours.true_at_centre());
        compare(true_at_centre, &parameters, (-84, 84), f64::INFINITY);
    }
}

#[test]
fn equal_earth() {
    for (lon, lat) in [(0.0, 0.0), (150.0, 20.0)] {
        let ours = EqualEarth::centred(coord! { x: lon, y: lat });
        compare(
            Projection::EqualEarth(ours),
            &format!("eqearth +lon_0={lon}"),
            (-90, 90),
            f64::INFINITY,
        );
    }
}

#[test]
fn mercator() {
    for (lon, lat) in [(0.0, 0.0), (71.0, 45.75), (-170.0, -40.0)] {
        let ours = Mercator::centred(coord! { x: lon, y: lat });
        let parameters = format!("merc +lon_0={lon} +lat_ts={lat}");
        compare(Projection::Mercator(ours), &parameters, (-84, 84), f64::INFINITY);
    }
}

#[test]
fn mercator_has_the_heights_of_libm_to_the_last_bit() {
    let mercator = Mercator::centred(coord! { x: 0.0, y: 0.0 });
    let tiny = (0..60).map(|halvings| 1.0 / (1u64 << halvings) as f64);
    let lats = (-9_000..=9_000).map(|step| f64::from(step) / 100.0).chain(tiny);
    for lat in lats {
        let height = libm::asinh(libm::tan(lat.to_radians())) * EARTH_RADIUS_KM;
        let y = mercator.forward(coord! { x: 0.0, y: lat }).y;
        assert_eq!(y.to_bits(), (-height).to_bits(), "{lat}");
    }
}
