//! The widget's map as a plate.

use super::{Widget, home_in};
use crate::compose::View;
use crate::plate::{Imprint, Plate, compose_plate};
use crate::scene::{Scene, TextMeasure};
use crate::view::{Camera, Insets};

impl Widget {
    /// The picture of the widget's size with title, legend, scale bar and credits in it, if there is
    /// something to show. Its view is the first one of what they leave free, or has been moved from
    /// there as the widget's has from its own.
    pub fn plate(&self, measure: &dyn TextMeasure) -> Option<Scene> {
        let shown = self.shown.as_ref()?;
        let about = self.about()?;
        let data: Vec<String> = about.attribution.into_iter().map(|credit| credit.text).collect();
        let lens = shown.view.lens.and_then(|lens| shown.atlas.model.lenses.get(lens));
        let of_lens = lens.and_then(|lens| lens.summary.clone());
        let imprint = Imprint {
            title: about.title,
            lens: lens.map(|lens| lens.title.clone()),
            summary: of_lens.or(lens.is_none().then_some(about.summary)),
            publication: about.publication,
            address: about.publication_url.as_deref().map_or("", without_scheme).to_owned(),
            data: data.join(" · "),
        };
        let is_home = self.is_home();
        let bare = self.home_camera(&shown.atlas);
        let seen = shown.view.camera;
        let middle = seen.to_map(self.middle());
        let camera = |(width_px, height_px): (f64, f64), insets: Insets| {
            let home = home_in(&shown.atlas, (width_px, height_px), insets);
            if is_home {
                return home;
            }
            let px_per_km = home.px_per_km * seen.px_per_km / bare.px_per_km;
            let camera = Camera { centre: middle, px_per_km, width_px, height_px };
            let (right, down) = (insets.right - insets.left, insets.bottom - insets.top);
            camera.panned(-right / 2.0, -down / 2.0)
        };
        // Nothing is lit by a pointer, and no place is kept free for buttons.
        let view = View { obstacles: Vec::new(), margin_px: 0.0, ..shown.view.clone() };
        let plate = Plate { atlas: &shown.atlas, view: &view, imprint: &imprint, camera: &camera };
        Some(compose_plate(&plate, measure))
    }
}

/// An address as it is printed.
fn without_scheme(url: &str) -> &str {
    url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or(url)
}
